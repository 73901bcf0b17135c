/** Placeholder. */
package org.gongshi.templates;
