/**
 * The office's accounts and what they may do (办公室账号与权限): roles and actions as a table, passwords (Argon2id), second factor
 * (RFC 6238), sessions, throttling and the hash-chained log. Knows no page and no HTTP.
 */
package org.gongshi.survey.office;
