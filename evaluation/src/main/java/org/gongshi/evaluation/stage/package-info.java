/** The steps of articles 8 to 12 for one place: self-evaluation, monitoring, inspection, problems, rectification, re-check. */
package org.gongshi.evaluation.stage;
