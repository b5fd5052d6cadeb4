; The Windows installer (Inno Setup 6), for one person without administrator's rights. Untested: see packaging/README.md.
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
OutputBaseFilename=untwin-{#Version}-windows-setup
SetupIconFile=..\..\build\icons\untwin.ico
UninstallDisplayIcon={app}\untwin.exe
Compression=lzma2
SolidCompression=yes
ArchitecturesInstallIn64BitMode=x64compatible

[Files]
Source: "..\..\build\dist\untwin\*"; DestDir: "{app}"; Flags: recursesubdirs ignoreversion

[Icons]
Name: "{autoprograms}\Untwin"; Filename: "{app}\untwin.exe"

[Registry]
Root: HKCU; Subkey: "Software\Classes\untwin"; ValueType: string; ValueData: "URL:Untwin"; Flags: uninsdeletekey
Root: HKCU; Subkey: "Software\Classes\untwin"; ValueType: string; ValueName: "URL Protocol"; ValueData: ""
Root: HKCU; Subkey: "Software\Classes\untwin\shell\open\command"; ValueType: string; ValueData: """{app}\untwin.exe"" open ""%1"""

[Messages]
UninstalledAll=%1 was removed. Its data stay in %%LOCALAPPDATA%%\untwin, its secrets in the Credential Manager; before a last removal, "untwin company forget --all" removes these.
