/**
 * The office console (办公控制台): routes with the action each asks for, and what is behind them. Knows no web server: requests and
 * answers are values, {@code web} carries them.
 */
package org.gongshi.survey.console;
