package org.gongshi.evaluation.sampling;

/**
 * A school of the frame with its chance (学校的入样概率).
 *
 * @param probability that the school is drawn
 */
public record FrameSchool(String name, int classes, long students, Fraction probability) {}
