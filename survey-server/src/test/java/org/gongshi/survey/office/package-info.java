/** The office's core without pages: second factor, passwords, sessions, throttling, the log and its tampering. */
package org.gongshi.survey.office;
