import type { Encoding } from './decode-document.ts';
import type { JsonMember, JsonNode, JsonObjectNode, Place } from './json/json-node.ts';

/** A scalar of a policy. */
export interface Entry {
  /** As text: IAM reads `true` and `"true"`, `5` and `"5"` alike. */
  readonly text: string;
  /** As it is in the JSON. */
  readonly value: string | number | boolean;
  readonly place: Place;
}

/** An element of a statement whose value is one entry or a list of them. */
export interface ListElement {
  /** The key as written, e.g. `Action`, `notaction`. */
  readonly name: string;
  readonly place: Place;
  /** Whether it was written as a list. */
  readonly isList: boolean;
  readonly entries: readonly Entry[];
}

/** Action or Resource (`except: false`), NotAction or NotResource (`except: true`). */
export interface ScopeElement extends ListElement {
  readonly except: boolean;
}

/** A principal: `{"AWS": "*"}` has type `AWS`, a bare `"*"` has type `*`. The type is as written. */
export interface PrincipalEntry extends Entry {
  readonly type: string;
}

export interface PrincipalElement {
  readonly name: string;
  readonly place: Place;
  readonly except: boolean;
  /** Whether it is a bare text such as `"*"` and not an object of types. */
  readonly isText: boolean;
  readonly entries: readonly PrincipalEntry[];
}

/** One key under one operator of a Condition block. */
export interface ConditionTest extends ListElement {
  /** As written, with set prefix and suffix, e.g. `ForAnyValue:StringLikeIfExists`. `name` is the key. */
  readonly operator: string;
  readonly operatorPlace: Place;
}

/** A statement as written. An element that is absent, or of a wrong shape (then there is a fault), is undefined. */
export interface DocumentStatement {
  /** Counts from 0; a Statement that is one object is 0. */
  readonly index: number;
  readonly place: Place;
  readonly sid?: Entry;
  /** As written: may be anything but `Allow` and `Deny`; then there is a fault. */
  readonly effect?: Entry;
  readonly actions?: ScopeElement;
  readonly resources?: ScopeElement;
  readonly principals?: PrincipalElement;
  /** The Condition block, whatever its shape. */
  readonly condition?: JsonMember;
  readonly tests: readonly ConditionTest[];
  /** Members whose key is no element of a statement. */
  readonly others: readonly JsonMember[];
  readonly node: JsonObjectNode;
}

/**
 * What keeps a document from being read for certain.
 *
 * - `missing`: no document at all.
 * - `not-json`, `truncated`, `too-deep`, `too-large`: see json-fault.ts.
 * - `no-statement`: no object, without a Statement, or with one that is no object.
 * - `bad-effect`: an Effect that is neither `Allow` nor `Deny`, or none.
 * - `duplicate-key`: a key twice in one object; keys of a document differ by more than case.
 * - `conflicting-elements`: an element with its opposite, e.g. Action and NotAction.
 * - `wrong-type`: an element of a shape that the grammar does not know, e.g. an object as Action, `null` as a value.
 */
export type DocumentFaultCode =
  | 'missing'
  | 'not-json'
  | 'truncated'
  | 'too-deep'
  | 'too-large'
  | 'no-statement'
  | 'bad-effect'
  | 'duplicate-key'
  | 'conflicting-elements'
  | 'wrong-type';

export interface DocumentFault {
  readonly code: DocumentFaultCode;
  /** In English, without the place; names no text of the document beyond its keys. */
  readonly message: string;
  readonly place: Place;
}

/**
 * A policy document of any kind (identity, resource, trust, boundary, service control …) with the place of every element. With
 * faults it holds what could be read, which is for reporting: AWS would have refused such a document, so never decide access by it.
 */
export interface PolicyDocument {
  readonly encoding: Encoding;
  /** The decoded JSON text that places refer to; empty for a parsed object. */
  readonly text: string;
  readonly version?: Entry;
  readonly id?: Entry;
  readonly statements: readonly DocumentStatement[];
  /** Whether Statement was written as a list. */
  readonly isList: boolean;
  /** Members of the document that are no element of one. */
  readonly others: readonly JsonMember[];
  readonly root?: JsonNode;
  readonly faults: readonly DocumentFault[];
}
