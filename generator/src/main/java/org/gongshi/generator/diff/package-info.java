/** What differs for a reader between two releases of a site (版本比较): pages, numbers, grades; and whether a changed number is explained. */
package org.gongshi.generator.diff;
