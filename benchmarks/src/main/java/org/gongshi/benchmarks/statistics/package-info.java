/** Counting and estimating, beside DuckDB and R's survey package. */
package org.gongshi.benchmarks.statistics;
