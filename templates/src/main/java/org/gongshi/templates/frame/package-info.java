/** What every page shares, of the survey and of the public site: its words. */
package org.gongshi.templates.frame;
