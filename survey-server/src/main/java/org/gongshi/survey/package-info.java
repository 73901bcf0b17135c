/** Placeholder. */
package org.gongshi.survey;
