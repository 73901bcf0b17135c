/** What every page shares: its words, title, trail, mandatory items and the way to other pages. */
package org.gongshi.templates.frame;
