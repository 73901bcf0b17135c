/**
 * Access codes (访问码) and the secrets around them, never an answer: what stands on a slip, how it becomes a hash, and
 * the keys that lie outside the data folder.
 */
package org.gongshi.survey.access;
