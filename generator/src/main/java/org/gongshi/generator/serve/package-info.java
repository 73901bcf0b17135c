/** Shows a built site over HTTP, for looking at it before it goes to a real web server. */
package org.gongshi.generator.serve;
