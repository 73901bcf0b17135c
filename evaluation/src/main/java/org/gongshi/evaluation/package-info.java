/** The regulation in types and rules: the ground on which the survey server and the generator stand. */
package org.gongshi.evaluation;
