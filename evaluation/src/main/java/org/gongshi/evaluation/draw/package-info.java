/** The inspection draw (检查组随机抽取, 第十条): who inspects where, drawn so that anyone can draw it again. */
package org.gongshi.evaluation.draw;
