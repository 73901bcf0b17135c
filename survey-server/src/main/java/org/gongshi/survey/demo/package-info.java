/**
 * The demonstration (演示): invented schools and people, whose answers go over HTTP to the real server. The same seed and size
 * give the same people, and so the same results to the byte.
 */
package org.gongshi.survey.demo;
