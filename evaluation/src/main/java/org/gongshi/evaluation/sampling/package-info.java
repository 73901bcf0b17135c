/**
 * How the survey's sample is drawn (调查抽样): sizes from the wanted precision, schools with probability proportional to size,
 * classes and addresses with equal probabilities, everything from a committed seed and in whole numbers, so that anyone can draw
 * again. {@code docs/sampling.md} tells the algorithm step by step.
 */
package org.gongshi.evaluation.sampling;
