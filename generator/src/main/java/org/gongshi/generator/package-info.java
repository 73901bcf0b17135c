/** The generator: content into a signed static site, and the means for anyone to check it. */
package org.gongshi.generator;
