@echo off
rem Starts the two programs of Gongshi on Windows; builds them first when they are missing or older than their sources.
rem Needs a JDK from 17 on and, to build, Maven from 3.8 on. docs/commands.md tells the rest.
rem Without delayed expansion: it would swallow every ! of a path or an argument.
setlocal EnableExtensions DisableDelayedExpansion
set "ROOT=%~dp0"
set "ROOT=%ROOT:~0,-1%"
set "GENERATOR=%ROOT%\generator\target\gongshi-generator-0.1.0-all.jar"
set "SURVEY=%ROOT%\survey-server\target\gongshi-survey-server-0.1.0-all.jar"
set "BUILT=%ROOT%\target\gongshi.built"
set "RELEASED="
if exist "%ROOT%\lib\gongshi-generator-0.1.0-all.jar" (
  rem A release archive carries both programs: nothing is built. Its own runtime comes first.
  set "RELEASED=1"
  set "GENERATOR=%ROOT%\lib\gongshi-generator-0.1.0-all.jar"
  set "SURVEY=%ROOT%\lib\gongshi-survey-server-0.1.0-all.jar"
  if exist "%ROOT%\runtime\bin\java.exe" set "GONGSHI_JAVA=%ROOT%\runtime"
)

call :find_java
if errorlevel 1 exit /b 69
if not defined JDK (
  echo gongshi: no JDK from 17 on was found; install one or set GONGSHI_JAVA to its folder 1>&2
  exit /b 69
)
if "%~1"=="test" goto :tests
if not defined RELEASED call :build
if errorlevel 1 exit /b 70

rem Chinese on the console.
chcp 65001 >nul
set "JAR=%GENERATOR%"
if "%~1"=="demo" set "JAR=%SURVEY%"
if "%~1"=="office" set "JAR=%SURVEY%"
rem The program of the survey takes its own name off: a batch file cannot drop an argument without touching the others.
if "%~1"=="survey" set "JAR=%SURVEY%"
"%JDK%\bin\java.exe" -XX:+UseSerialGC "-Dgongshi.home=%ROOT%" "-Dgongshi.generator=%GENERATOR%" -jar "%JAR%" %*
exit /b %ERRORLEVEL%

:tests
set "JAVA_HOME=%JDK%"
pushd "%ROOT%"
call mvn -B verify
set "CODE=%ERRORLEVEL%"
popd
exit /b %CODE%

:build
if exist "%BUILT%" if exist "%GENERATOR%" if exist "%SURVEY%" (
  powershell -NoProfile -Command "$b=(Get-Item '%BUILT%').LastWriteTimeUtc; $n=Get-ChildItem -Recurse -File -Path '%ROOT%\pom.xml','%ROOT%\*\pom.xml','%ROOT%\*\src\main','%ROOT%\templates\jte','%ROOT%\templates\assets','%ROOT%\templates\text' -ErrorAction SilentlyContinue | Where-Object { $_.LastWriteTimeUtc -gt $b } | Select-Object -First 1; if ($n) { exit 1 } else { exit 0 }"
  if not errorlevel 1 exit /b 0
)
echo gongshi: building ^(the first time takes some minutes: Maven fetches the libraries^) ... 1>&2
if not exist "%ROOT%\target" mkdir "%ROOT%\target"
set "JAVA_HOME=%JDK%"
pushd "%ROOT%"
call mvn -B -q -Dstyle.color=never -Dmaven.test.skip=true package 1>&2
set "CODE=%ERRORLEVEL%"
popd
if not "%CODE%"=="0" (
  echo gongshi: the build failed; Maven's messages stand above 1>&2
  exit /b 1
)
type nul > "%BUILT%"
exit /b 0

:find_java
set "JDK="
set "BEST=0"
if defined GONGSHI_JAVA goto :named_java
if defined JAVA_HOME call :consider "%JAVA_HOME%"
for %%J in (javac.exe) do if not "%%~$PATH:J"=="" call :consider "%%~dp$PATH:J.."
for %%F in ("%ProgramFiles%\Java" "%ProgramFiles%\Eclipse Adoptium" "%ProgramFiles%\Microsoft" "%ProgramFiles%\Zulu" "%ProgramFiles%\Amazon Corretto" "%USERPROFILE%\.jdks") do (
  if exist "%%~F" for /d %%D in ("%%~F\*") do call :consider "%%~D"
)
exit /b 0

:named_java
if not exist "%GONGSHI_JAVA%\bin\java.exe" (
  echo gongshi: "GONGSHI_JAVA=%GONGSHI_JAVA%" has no bin\java.exe 1>&2
  exit /b 69
)
set "JDK=%GONGSHI_JAVA%"
exit /b 0

:consider
if not exist "%~1\bin\javac.exe" exit /b 0
if not exist "%~1\release" exit /b 0
set "VERSION="
for /f "usebackq tokens=1,2 delims==" %%K in ("%~1\release") do if "%%K"=="JAVA_VERSION" set "VERSION=%%~L"
if not defined VERSION exit /b 0
for /f "tokens=1 delims=.-+" %%M in ("%VERSION%") do set "MAJOR=%%M"
if %MAJOR% LSS 17 exit /b 0
if %MAJOR% GTR %BEST% (
  set "BEST=%MAJOR%"
  set "JDK=%~1"
)
exit /b 0
