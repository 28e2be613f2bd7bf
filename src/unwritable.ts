const REASONS: Record<string, string> = {
  EACCES: '没有写入权限',
  EPERM: '没有写入权限',
  EROFS: '磁盘是只读的',
  ENOSPC: '磁盘已满',
  EBUSY: '正被其他程序占用',
  ENOENT: '上一层文件夹不存在',
  ENOTDIR: '路径中有一段不是文件夹',
  EEXIST: '路径中有一段不是文件夹',
  EISDIR: '那里已有同名的文件夹',
  ENAMETOOLONG: '名字太长',
};

/** Why a disk refused to write, in an editor's words. */
export const unwritableReason = (code: string): string => REASONS[code] ?? code;
