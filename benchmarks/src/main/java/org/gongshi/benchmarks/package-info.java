/**
 * Side-by-side runs and JMH benchmarks: how fast Gongshi is, in ratios to the field's own tools on the same data. Nothing
 * depends on this module; {@code docs/benchmarks.md} holds its commands and results.
 */
package org.gongshi.benchmarks;
