/** What the survey agency gets after the close (交付数据): rows without id or time, weights, flags, codebook, SPSS syntax, checksums. */
package org.gongshi.survey.handover;
