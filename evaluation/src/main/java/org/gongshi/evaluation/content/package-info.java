/** The door to files people and machines write: tables, YAML and JSON with positions. */
package org.gongshi.evaluation.content;
