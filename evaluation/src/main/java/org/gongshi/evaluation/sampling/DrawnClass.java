package org.gongshi.evaluation.sampling;

/** A drawn class (入样班级): all its students are invited, and one parent of each. */
public record DrawnClass(String name, int students) {}
