import type { AnswerTo, Lookup } from '../../account/lookup.ts';
import type { IamEvent } from '../../events/iam-event.ts';
import type { AccessChange } from './access-change.ts';
import { describeChange } from './describe-change.ts';
import { editOf } from './edits-of.ts';
import { gainsOf, permissionsOf, powerShift } from './powers.ts';
import { lookupsOfEdit, resolveEdit } from './resolve-edit.ts';

/** What is to be asked about what a call changed, as far as it is known after the answers so far. */
export const lookupsOfChange = (event: IamEvent, answerTo: AnswerTo): readonly Lookup[] => {
  const edit = editOf(event);
  return edit === undefined ? [] : lookupsOfEdit(edit, answerTo);
};

/** What a call changed about access; undefined when it changed nothing of the kind. */
export const changeOf = (event: IamEvent, answerTo: AnswerTo): AccessChange | undefined => {
  const edit = editOf(event);
  if (edit === undefined) return undefined;
  const resolved = resolveEdit(edit, answerTo);
  const { holder } = edit;
  // Asked only by the rules that weigh the holder's other policies.
  const isKnown = holder !== undefined && answerTo(permissionsOf(holder))?.status === 'found';
  const isAboutPowers = edit.of !== 'trust-policy' && edit.of !== 'resource-policy';
  const shift = isKnown && isAboutPowers ? powerShift(event, resolved, holder, answerTo) : undefined;
  const opened = shift === undefined ? [] : gainsOf(shift);
  return describeChange(resolved, opened);
};
