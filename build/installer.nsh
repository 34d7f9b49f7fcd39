; The program is installed for the user who runs the installer; the page that offers all users is left out.
!macro customInstallMode
  StrCpy $isForceCurrentInstall "1"
!macroend
