/** The programs under {@code examples/}, which no module compiles. */
package org.gongshi.survey.examples;
