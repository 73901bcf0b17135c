/** The satisfaction survey (满意度调查, 第九条): what is asked, of whom, and what may be released. */
package org.gongshi.evaluation.satisfaction;
