/**
 * Names of people and organisations: any script to Latin, tokens, tables of familiar forms, of
 * particles and of legal forms, and how two names' tokens stand to each other.
 */
@NullMarked
package dev.sextant.linkage.name;

import org.jspecify.annotations.NullMarked;
