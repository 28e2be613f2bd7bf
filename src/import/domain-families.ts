/**
 * The usual domains of reform. Every place draws its own domains.yaml; a family belongs to the domains whose names
 * touch it, and where none does it goes where the nationwide division (经济、民主法治、文化、社会、生态、党建、纪检) puts it.
 */
export type FamilyName = 'economy' | 'administration' | 'rural' | 'ecology' | 'law' | 'culture' | 'governance' | 'livelihood' | 'party' | 'discipline';

interface Family {
  /** Parts of a domain's name that call for it. */
  names: string[];
  /** Where it goes when no domain of the content folder asks for it. */
  otherwise: FamilyName[];
}

const words = (list: string): string[] => list.trim().split(/\s+/);

export const FAMILIES: Record<FamilyName, Family> = {
  economy: { names: words('经济 产业 财税 金融 高质量发展 创新驱动'), otherwise: ['administration'] },
  administration: { names: words('行政 政务 放管服 政府职能 政府自身 法治政府 数字政府'), otherwise: ['economy', 'law'] },
  rural: { names: words('农 牧 乡村 城镇化 城乡'), otherwise: ['economy'] },
  ecology: { names: words('生态 环境 环保 绿色 低碳'), otherwise: ['rural', 'economy'] },
  law: { names: words('民主 法治 法制 司法 统战 依法治'), otherwise: ['governance', 'administration'] },
  culture: { names: words('文化 文旅 文体 宣传 文明建设'), otherwise: ['livelihood', 'governance'] },
  governance: { names: words('社会治理 社会体制 社会建设 社会管理 社会领域 社会改革 基层治理 社区治理 城市治理 平安 综治'), otherwise: ['livelihood', 'law'] },
  livelihood: { names: words('社会事业 社会建设 社会民生 民生 公共服务 社会保障 共同富裕'), otherwise: ['governance'] },
  party: { names: words('党的建设 党建 党的制度 党组织 组织人事 干部 人才'), otherwise: ['discipline'] },
  discipline: { names: words('纪律 纪检 监察 廉政 反腐'), otherwise: ['party'] },
};
