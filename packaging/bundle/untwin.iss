; The Windows installer (Inno Setup 6.3 or newer), for one person without administrator's rights. Untested: see
; packaging/README.md. `packaging/bundle.py` runs it.
#ifndef Version
  #define Version "0.0.0"
#endif

[Setup]
AppId={{6F6B6C1E-7D0B-4E0E-9B52-5C1E0B1D2A61}
AppName=Untwin
AppVersion={#Version}
AppPublisher=The Untwin authors
DefaultDirName={localappdata}\Programs\Untwin
DisableProgramGroupPage=yes
PrivilegesRequired=lowest
MinVersion=10.0
ArchitecturesAllowed=x64compatible
ArchitecturesInstallIn64BitMode=x64compatible
OutputBaseFilename=untwin-{#Version}-windows-setup
SetupIconFile=..\..\build\icons\untwin.ico
UninstallDisplayIcon={app}\untwinw.exe
Compression=lzma2
SolidCompression=yes
ChangesAssociations=yes

[InstallDelete]
; What an older version brought and this one doesn't must not be found by it.
Type: filesandordirs; Name: "{app}\_internal"

[Files]
Source: "..\..\build\dist\untwin\*"; DestDir: "{app}"; Flags: recursesubdirs createallsubdirs ignoreversion

[Icons]
; untwinw.exe is the window alone; untwin.exe beside it is for a terminal.
Name: "{autoprograms}\Untwin"; Filename: "{app}\untwinw.exe"

[Registry]
Root: HKCU; Subkey: "Software\Classes\untwin"; ValueType: string; ValueData: "URL:Untwin"; Flags: uninsdeletekey
Root: HKCU; Subkey: "Software\Classes\untwin"; ValueType: string; ValueName: "URL Protocol"; ValueData: ""
Root: HKCU; Subkey: "Software\Classes\untwin\shell\open\command"; ValueType: string; ValueData: """{app}\untwinw.exe"" open ""%1"""

[Messages]
UninstalledAll=%1 was removed. Its data stay in AppData\Local\untwin, its secrets in the Credential Manager. Before a last removal, "untwin company forget --all" in a terminal removes these.
