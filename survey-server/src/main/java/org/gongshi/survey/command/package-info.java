/** The verbs of the command line: the only place that prints, reads the clock or the environment. */
package org.gongshi.survey.command;
