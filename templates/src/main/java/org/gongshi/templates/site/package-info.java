/** Pages of the public site as plain values: all that a template may say, nothing it could not publish. */
package org.gongshi.templates.site;
