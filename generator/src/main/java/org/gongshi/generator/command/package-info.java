/** The verbs of the command line. The only room that knows the clock, the environment and the standard streams. */
package org.gongshi.generator.command;
