import { kindOfRule, type RuleKind, ruleKinds } from "../../core/check/rule-kind.ts";
import { type Rule } from "../../core/check/rule.ts";
import { changeSettings } from "../settings/change-settings.ts";
import { useStore } from "../store.ts";
import { Button } from "../ui/button.tsx";
import { Checkbox } from "../ui/checkbox.tsx";
import { Dialog } from "../ui/dialog.tsx";
import styles from "./check-rules-dialog.module.css";
import { SeverityMark } from "./severity-mark.tsx";
import { sourceOf } from "./source-of.ts";

const kinds = Object.keys(ruleKinds) as readonly RuleKind[];

type CheckRulesDialogProps = { readonly rules: readonly Rule[]; readonly onClose: () => void };

/** 本单位惯例: which rules are on, with the source and the strength of each. Every change holds at once. */
export function CheckRulesDialog({ rules, onClose }: CheckRulesDialogProps) {
  const switches = useStore((state) => state.settings.checkRules);
  const change = (ids: readonly string[], isOn: boolean): void => {
    const next: Record<string, boolean> = { ...switches };
    for (const { id, isOff } of rules) {
      if (!ids.includes(id)) continue;
      if (isOn === (isOff !== true)) Reflect.deleteProperty(next, id);
      else next[id] = isOn;
    }
    void changeSettings({ checkRules: next });
  };
  return (
    <Dialog
      open
      onClose={onClose}
      size="large"
      title="校核规则"
      actions={
        <>
          <Button disabled={Object.keys(switches).length === 0} onClick={() => void changeSettings({ checkRules: {} })}>
            恢复默认
          </Button>
          <Button variant="primary" onClick={onClose}>
            完成
          </Button>
        </>
      }
    >
      <p className={styles.lead}>取消勾选的规则不再提示，所有报告都一样。标“默认不开”的容易误报，需要时再打开。</p>
      {kinds.map((kind) => {
        const own = rules.filter(({ id }) => kindOfRule(id) === kind);
        return (
          <section key={kind} className={styles.kind} aria-label={ruleKinds[kind]}>
            <h3>{ruleKinds[kind]}</h3>
            {own.map((rule) => (
              <label key={rule.id} className={styles.rule} data-severity={rule.severity} title={rule.id}>
                <Checkbox
                  checked={switches[rule.id] ?? rule.isOff !== true}
                  onChange={(isOn) => change([rule.id], isOn)}
                />
                <SeverityMark severity={rule.severity} />
                <span className={styles.name}>{rule.name}</span>
                <span className={styles.source}>
                  {sourceOf(rule)}
                  {rule.isOff === true && " · 默认不开"}
                </span>
              </label>
            ))}
          </section>
        );
      })}
    </Dialog>
  );
}
