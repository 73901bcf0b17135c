/** The gate (第十三条): what may leave, and nothing else. */
package org.gongshi.evaluation.publication;
