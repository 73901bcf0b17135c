/** Placeholder. */
package org.gongshi.generator;
