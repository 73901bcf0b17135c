@echo off
rem Starts the office by a double click: the same as "gongshi.cmd office", with whatever is added.
chcp 65001 >nul
call "%~dp0gongshi.cmd" office %*
if errorlevel 1 pause
