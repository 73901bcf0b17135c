/** Building the public site, beside Hugo. */
package org.gongshi.benchmarks.site;
