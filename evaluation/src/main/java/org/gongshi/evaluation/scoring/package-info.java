/** Indicators, points, weighted score and grade (第五、六、十四条), in exact decimals. */
package org.gongshi.evaluation.scoring;
