/** Faults as values: what is wrong, where, and how to mend it; all of a run at once. */
package org.gongshi.evaluation.finding;
