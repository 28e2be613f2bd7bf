/** What went wrong at the forge, for a clerk; what the forge itself said stands behind it, for whoever keeps it. */
const REASONS: Record<number, string> = {
  401: '登录已失效，请重新登录',
  403: '访问令牌没有这项权限，请换一个有读写权限的令牌',
  404: '没有找到，或访问令牌无权查看：请核对仓库、分支和令牌',
  405: '稿件仓库现在不能合并，可能与正式稿件有冲突',
  409: '稿件仓库刚被别人更新，请刷新页面再试',
  422: '稿件仓库没有接受这次修改',
  429: '操作太频繁，请过几分钟再试',
};

export function refused(status: number, said = ''): string {
  const reason = REASONS[status] ?? (status >= 500 ? '平台出了故障，请稍后再试' : '稿件仓库没有接受这次操作');
  const code = status === 200 ? '' : String(status);
  const detail = [code, said].filter(Boolean).join(' ');
  return `${reason}${detail ? `（${detail}）` : ''}。`;
}

export const unreachable = (address: string): string =>
  `连不上 ${new URL(address).host}。请检查网络；如果别的网页都能打开，请管理员检查平台是否允许本网站的页面访问（跨域，CORS）。`;

export const insecure = (address: string): string =>
  `${new URL(address).origin} 不是 https 网址，访问令牌会在途中被人看到，因此不能登录。请管理员给平台开通 https。`;
