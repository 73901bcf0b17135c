/** The survey server under load. */
package org.gongshi.benchmarks.collector;
