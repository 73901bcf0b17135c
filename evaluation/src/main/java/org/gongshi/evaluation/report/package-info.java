/** What was written and decided about one place in one round (第十三条). */
package org.gongshi.evaluation.report;
