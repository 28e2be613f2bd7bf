import { mountProposals } from '../outputs/search/page/proposals.ts';

/** The proposals under a search box, brought by the first focus. */
export default function start(form: Element): void {
  mountProposals(form as HTMLFormElement);
}
