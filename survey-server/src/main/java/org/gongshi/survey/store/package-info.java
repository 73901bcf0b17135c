/**
 * The only door to SQLite: codes and answers in two files that share no key (两库无关联), by the protocol of
 * docs/survey-server.md.
 */
package org.gongshi.survey.store;
