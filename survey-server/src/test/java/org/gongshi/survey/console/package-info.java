/** The console through real HTTP and in a real browser. */
package org.gongshi.survey.console;
